import type {
  DocumentCatalogue,
  DocumentRecord,
} from "@/domain/document_records.ts";
import type { ComponentChildren } from "preact";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import type { Language } from "@/i18n/mod.ts";

/** What the fields of a draft are drawn from. */
export interface DraftFieldsProps {
  /** As it is kept, or as it was typed. */
  content: Readonly<Record<string, unknown>>;
  catalogue: DocumentCatalogue;
  home: DocumentRecord["home"];
  /** What is looked for in the catalogue; empty for all of it. */
  find: string;
  /** The box that searches the catalogue. */
  search?: ComponentChildren;
  /** The line that says how long a sick leave is. */
  length?: ComponentChildren;
  /** What is wrong, by the name of the field. */
  errors: Readonly<Record<string, string>>;
  /** The word for "optional". */
  optional: string;
  language: Language;
  texts: DocumentTexts;
}

export type Analysis = DocumentCatalogue["analyses"][number];

/** By what an analysis is found. */
export function analysisWords({ code, name, group }: Analysis): string {
  return `${name} ${code} ${group}`;
}

/** A text of a draft; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The lines of a draft, one empty one at least. */
export function linesOf(value: unknown): Readonly<Record<string, unknown>>[] {
  const lines = Array.isArray(value) ? value : [];
  return lines.length === 0 ? [{}] : lines;
}
