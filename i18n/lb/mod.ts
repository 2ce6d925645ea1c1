import type { Translations } from "../fr/mod.ts";
import { frame } from "./frame.ts";

export const lb = { frame } satisfies Translations;
