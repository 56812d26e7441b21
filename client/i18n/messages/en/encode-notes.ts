// Owns the English words of notes on an encoded row, by code. None: the server speaks English itself.
export const encodeNotes: Readonly<Record<string, string>> = {};
