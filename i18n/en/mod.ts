import type { Translations } from "../fr/mod.ts";
import { failure } from "./failure.ts";
import { frame } from "./frame.ts";

export const en = { failure, frame } satisfies Translations;
