/** A kind of file that may be attached: how its bytes begin, and what it is called. */
interface DocumentKind {
  mediaType: string;
  ending: string;
  begins: Buffer;
}

const KINDS: readonly DocumentKind[] = [
  { mediaType: "application/pdf", ending: ".pdf", begins: Buffer.from("%PDF-") },
  { mediaType: "image/png", ending: ".png", begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: "image/jpeg", ending: ".jpg", begins: Buffer.from([0xff, 0xd8, 0xff]) },
];

/** What a field for files takes. */
export const ACCEPTED = [...KINDS.map(({ ending }) => ending), ".jpeg"].join(",");

/** What a file is by its first bytes, whatever it is called; null where it is none that may be attached. */
export const mediaTypeOf = (content: Buffer): string | null =>
  KINDS.find(({ begins }) => content.subarray(0, begins.length).equals(begins))?.mediaType ?? null;
