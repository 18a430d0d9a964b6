import { styleText } from "node:util";

/** Text in a colour where the stream is a terminal that wants one. */
export const paint = (colour: "red" | "yellow" | "green" | "bold", text: string, stream: NodeJS.WriteStream): string =>
  stream.isTTY === true && !process.env.NO_COLOR ? styleText(colour, text) : text;
