/** The id of a consultant's reporting year at a chamber. */
export const caseId = (chamber: string, reportingYear: number, consultant: string): string =>
  `${chamber}/${reportingYear}/${consultant}`;

export const decisionId = (theCase: string, number: number): string => `${theCase}/${number}`;

export const sanctionId = (theCase: string, sanction: string): string => `${theCase}/${sanction}`;

export const documentId = (theCase: string, sha256: string): string => `${theCase}/${sha256}`;
