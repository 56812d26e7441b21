// Owns the English words of faults in rows, by code with a dash for the dot. None: the server speaks English itself.
export const datasetFindings: Readonly<Record<string, string>> = {};
