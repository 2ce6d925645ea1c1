import type { Translations } from "../fr/mod.ts";
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

export const en = {
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
} satisfies Translations;
