// Owns the English words of what checks find, by code with a dash for the dot. None: the server speaks English itself.
export const findings: Readonly<Record<string, string>> = {};
