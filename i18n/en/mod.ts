import type { Translations } from "../fr/mod.ts";
import { workspace } from "./workspace.ts";
import { consultation } from "./consultation.ts";
import { booking } from "./booking.ts";
import { failure } from "./failure.ts";
import { frame } from "./frame.ts";

export const en = {
  workspace,
  consultation,
  booking,
  failure,
  frame,
} satisfies Translations;
