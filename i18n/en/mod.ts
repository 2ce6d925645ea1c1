import type { Translations } from "../fr/mod.ts";
import { frame } from "./frame.ts";

export const en = { frame } satisfies Translations;
