// Owns what the page may ask of the editor. Each request is a new object, so that the same one can be made twice.
export type EditorRequest = { kind: "line"; line: number } | { kind: "search" };
