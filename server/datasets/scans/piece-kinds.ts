// Owns the list of what a thread can do with a piece, by the kind of scan.
import { checkPiece } from "./check-piece.ts";
import type { Desk, PieceWork } from "./piece.ts";
import { rewritePiece } from "./rewrite-piece.ts";
import { searchPiece } from "./search.ts";
import { statisticsPiece } from "./statistics.ts";

export function beginPiece(desk: Desk): PieceWork<unknown> {
  const { request } = desk.job;
  switch (request.kind) {
    case "check":
      return checkPiece(desk);
    case "search":
      return searchPiece(desk, request);
    case "statistics":
      return statisticsPiece(desk);
    case "rewrite":
      return rewritePiece(desk, request);
  }
}
