import type { Texts, Translation } from "../mod.ts";
import { workspace } from "./workspace.ts";
import { consultation } from "./consultation.ts";
import { account } from "./account.ts";
import { legal } from "./legal.ts";
import { guide } from "./guide.ts";
import { booking } from "./booking.ts";
import { failure } from "./failure.ts";
import { notifications } from "./notifications.ts";
import { errors } from "./errors.ts";
import { frame } from "./frame.ts";

/** All French texts: the reference for the other languages. */
export const fr = {
  account,
  legal,
  guide,
  workspace,
  consultation,
  booking,
  failure,
  notifications,
  errors,
  frame,
};

/** All texts of one language, by subject. */
export type Catalogue = {
  readonly [Subject in keyof typeof fr]: Texts<(typeof fr)[Subject]>;
};

/** What another language has to provide: the same subjects, keys and placeholders. */
export type Translations = {
  readonly [Subject in keyof typeof fr]: Translation<(typeof fr)[Subject]>;
};
