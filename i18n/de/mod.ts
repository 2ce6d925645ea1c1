import type { Translations } from "../fr/mod.ts";
import { failure } from "./failure.ts";
import { frame } from "./frame.ts";

export const de = { failure, frame } satisfies Translations;
