import type { Translations } from "../fr/mod.ts";
import { booking } from "./booking.ts";
import { failure } from "./failure.ts";
import { frame } from "./frame.ts";

export const de = { booking, failure, frame } satisfies Translations;
