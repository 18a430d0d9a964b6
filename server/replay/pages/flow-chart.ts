import { scaleLinear } from "d3-scale";
import { type Flow, OUTCOME_TONES, REPLAY_OUTCOMES, type ReplayOutcome } from "./outcomes.ts";

/** The bands are drawn in per cent of the width, so that letters stay as large on a phone. */
const WIDTH = 100;
const BANDS_HEIGHT = 220;
/** The room above each end of the bands for its label. */
const LABEL = 22;
const GAP = 8;
const THINNEST = 3;

/** An outcome at one side of the chart: its bar, from `y` on. */
export interface FlowEnd {
  outcome: ReplayOutcome;
  cases: number;
  tone: string;
  y: number;
  height: number;
  /** The base line of its label. */
  labelY: number;
}

/** Cases that come from an end on the left to one on the right. */
export interface FlowBand {
  path: string;
  tone: string;
  changed: boolean;
}

export interface FlowChart {
  height: number;
  before: FlowEnd[];
  after: FlowEnd[];
  bands: FlowBand[];
}

type Heights = (cases: number) => number;

function endsOf(flows: readonly Flow[], side: "from" | "to", heightOf: Heights): FlowEnd[] {
  let top = 0;
  return REPLAY_OUTCOMES.flatMap((outcome): FlowEnd[] => {
    const cases = flows.reduce((sum, flow) => sum + (flow[side] === outcome ? flow.cases : 0), 0);
    if (cases === 0) return [];
    const y = top + LABEL;
    const height = Math.max(THINNEST, heightOf(cases));
    top = y + height + GAP;
    return [{ outcome, cases, tone: OUTCOME_TONES[outcome], y, height, labelY: y - 6 }];
  });
}

const bottomOf = (ends: readonly FlowEnd[]): number => Math.max(0, ...ends.map(({ y, height }) => y + height));

const rounded = (value: number): string => value.toFixed(1);

/** A band that leaves one end and comes to the other, as high as its part of them. */
function pathOf(left: number, leftHeight: number, right: number, rightHeight: number): string {
  const [a, b, c, d] = [left, right, right + rightHeight, left + leftHeight].map(rounded) as [
    string,
    string,
    string,
    string,
  ];
  const middle = WIDTH / 2;
  return `M0 ${a}C${middle} ${a} ${middle} ${b} ${WIDTH} ${b}V${c}C${middle} ${c} ${middle} ${d} 0 ${d}Z`;
}

function bandsOf(flows: readonly Flow[], before: readonly FlowEnd[], after: readonly FlowEnd[]): FlowBand[] {
  const taken = new Map<FlowEnd, number>();
  const take = (ends: readonly FlowEnd[], outcome: ReplayOutcome, cases: number): [y: number, height: number] => {
    const end = ends.find((one) => one.outcome === outcome) as FlowEnd;
    const height = (end.height * cases) / end.cases;
    const used = taken.get(end) ?? 0;
    taken.set(end, used + height);
    return [end.y + used, height];
  };
  return flows.map(({ from, to, cases }) => ({
    path: pathOf(...take(before, from, cases), ...take(after, to, cases)),
    tone: OUTCOME_TONES[to],
    changed: from !== to,
  }));
}

/** Lays out how cases flow from their outcomes before to those after; the heights are in proportion to the cases. */
export function flowChart(flows: readonly Flow[]): FlowChart {
  const all = flows.reduce((sum, { cases }) => sum + cases, 0);
  const heightOf = scaleLinear()
    .domain([0, Math.max(1, all)])
    .range([0, BANDS_HEIGHT]);
  const before = endsOf(flows, "from", heightOf);
  const after = endsOf(flows, "to", heightOf);
  const height = Math.ceil(Math.max(bottomOf(before), bottomOf(after)));
  return { height, before, after, bands: bandsOf(flows, before, after) };
}
