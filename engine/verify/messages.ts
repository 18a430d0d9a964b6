/** The English sentences of what the verification finds: what is wrong, and how to mend it. `{name}` stands for a param. */
export const VERIFICATION_MESSAGES: Readonly<Record<string, string>> = {
  enumerated:
    "Decided {cases} made-up cases, over the values that conditions name for {facts} facts and their neighbours.",
  "nobody-obliged": "An exemption frees everybody: nobody ever owes anything. Narrow the conditions of the exemptions.",
  "exemption-never-holds": "This exemption frees nobody: its condition holds in no case. Correct the condition.",
  "exemption-hidden":
    'The exemption "{exemption}" is never the one that frees: an earlier one always does. Put it earlier, or remove it.',
  "choice-never-holds":
    "This choice is never taken: its condition holds in no case. Correct the condition, or remove it.",
  "choice-hidden":
    "Choice {choice} is never taken: wherever it holds, an earlier one does. Put it earlier, or remove it.",
  "choices-cross":
    "Choices {other} and {choice} can hold at once with different values, and only their order decides. Narrow one of them, or say in a reading that governs them which goes first.",
  "choices-gap":
    "The value {value} of {fact} lies between two choices and falls to what is left over. Let one of the choices take it in.",
  "row-never-reached":
    "Row {row} of the table is never reached: no case has such a value. Correct its end, or remove it.",
  "branch-never-holds": "This way never opens: its condition holds in no case. Correct the condition, or remove it.",
  "multiplier-never-applies":
    "This multiplier never applies: its condition holds for no activity. Correct the condition, or remove it.",
  "step-never-skipped":
    "This step is never skipped: the condition holds in no case. Correct the condition, or remove it.",
  "selects-nothing":
    "This selects no activity: its condition holds for none. Correct the condition, or remove the part.",
  "form-never-credited":
    'No activity of the form "{form}" is ever credited. Correct its weight, its condition, or the limit that leaves nothing of it.',
  "requirement-impossible":
    'The requirement "{requirement}" can hold in no case, whatever is done. Lower what it asks for, or let more be credited.',
  "requirement-always-holds":
    'The requirement "{requirement}" holds in every case, even where nothing is done. Raise what it asks for, or remove it.',
  "norm-unreachable":
    "No case is ever fulfilled: the requirements can each hold, but not all at once. Lower one of them, or loosen what keeps them apart.",
  "cap-below-minimum":
    'The most that "{cap}" leaves is below what the requirement "{requirement}" asks for, so that it can never hold. Raise the one or lower the other.',
  "cap-below-some-minimum":
    'The most that "{cap}" leaves is below what the requirement "{requirement}" asks of some members. Raise the one or lower the other for them.',
  "unreachable-for-some":
    'Some members can never meet the requirement "{requirement}", whatever they do. Lower what it asks of them, or exempt them.',
  "sanction-never-due":
    'The sanction "{sanction}" never comes due. Correct the conditions by which it is skipped, or remove it.',
  "ladder-ends":
    'After the last sanction, "{sanction}", there is no next step. Add one, or say in a reading that governs the sanctions that it is the last.',
  "ladder-gap":
    'Where "{sanction}" is skipped no later step is left, so that an unfulfilled year stays without a sanction. Narrow the condition, or say so in a reading that governs this step.',
  "due-before-end":
    "The report is due on {due}, before the reporting year ends on {end}. Move the deadline to after the year.",
  "summary-before-report": "The summary is due on {summary}, before the reports, on {due}. Move it to after them.",
  "more-lowers":
    'One more activity, "{activity}", lowers "{measure}" from {from} to {to}: under {caps} it displaces others. Narrow what is limited, or say in a reading that governs it that this is meant.',
  "more-breaks":
    'One more activity, "{activity}", breaks the requirement "{requirement}". Write it as a limit, so that more never does harm.',
};
