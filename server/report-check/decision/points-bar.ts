import { scaleLinear } from "d3-scale";
import { pointsDown, toParts } from "../../../engine/points.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { DecisionContext } from "./decision-context.ts";

/** The bar is drawn in per cent of its width, so that its letters stay as large on a phone. */
const WIDTH = 100;
const COLOURS = 6;
/** The narrowest segment that a number fits into. */
const LABELLED_FROM = 6;

interface Sum {
  form: string;
  parts: number;
}

/** The credited points by form, in the order in which the forms first appear. */
function sumsByForm({ decision }: DecisionContext): Sum[] {
  const sums = new Map<string, number>();
  for (const { form, credited } of decision.activities) {
    if (credited > 0) sums.set(form, (sums.get(form) ?? 0) + toParts(credited));
  }
  return [...sums].map(([form, parts]) => ({ form, parts }));
}

/** The points against the norm as a bar, with a title that says the finding and a label for each form. */
export function pointsBar(context: DecisionContext) {
  const { decision, language, say, formName } = context;
  const { total, norm } = decision.points;
  const sums = sumsByForm(context);
  if (decision.obligation.status !== "obliged") return null;
  const scale = scaleLinear()
    .domain([0, Math.max(toParts(norm), toParts(total))])
    .range([0, WIDTH]);
  let start = 0;
  const segments = sums.map(({ form, parts }, at) => {
    const x = scale(start);
    start += parts;
    const width = scale(start) - x;
    const points = formatNumber(language, pointsDown(parts));
    return {
      x: x.toFixed(2),
      width: width.toFixed(2),
      middle: (x + width / 2).toFixed(2),
      colour: (at % COLOURS) + 1,
      points: width >= LABELLED_FROM ? points : null,
      label: say("bar.form", { form: formName(form), points }),
    };
  });
  const normAt = scale(toParts(norm));
  return {
    title: say("bar.title", { total, norm, parts: segments.map(({ label }) => label).join("; ") || "–" }),
    segments,
    norm: {
      x: normAt.toFixed(2),
      label: say("bar.norm", { norm: formatNumber(language, norm) }),
      fromEnd: normAt > WIDTH / 2,
    },
  };
}
