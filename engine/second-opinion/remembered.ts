/**
 * A function that only depends on what it is asked, with its answers kept: asked the same again, it does not look again.
 * Keeps so many answers at most, then begins anew.
 */
export function remembered<Asked, Answer>(atMost: number, find: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new Map<Asked, Answer>();
  return (asked) => {
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const answer = find(asked);
    if (answers.size >= atMost) answers.clear();
    answers.set(asked, answer);
    return answer;
  };
}
