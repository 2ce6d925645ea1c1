import * as v from "valibot";
import { languages } from "@/i18n/mod.ts";

/** Missing or of another type in a draft: shown as empty. */
const text = v.fallback(v.string(), "");
const whole = v.fallback(v.pipe(v.number(), v.integer()), 0);
const yes = v.fallback(v.boolean(), false);
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.fallback(v.array(item), []);

/** A medicine of a prescription. */
export const Medicine = v.object({
  name: text,
  strength: text,
  form: text,
  dose: text,
  duration: text,
  quantity: text,
  renewals: whole,
  remark: text,
});
export type Medicine = v.InferOutput<typeof Medicine>;

/** What the doctor fills in, by kind. Mirrored in SQL: private.document_problem. */
const contents = {
  prescription: v.object({ lines: list(Medicine), advice: text }),
  lab_order: v.object({
    analyses: list(v.string()),
    others: list(v.string()),
    fasting: yes,
    urgent: yes,
    home_visit: yes,
    remark: text,
  }),
  sick_leave: v.object({
    from: text,
    to: text,
    type: v.fallback(
      v.picklist(["initial", "prolongation", "relapse"]),
      "initial",
    ),
    diagnosis: text,
    outings: v.fallback(v.picklist(["none", "restricted", "free"]), "none"),
    reason: text,
  }),
  fee_note: v.object({
    lines: list(v.object({ code: text, quantity: whole })),
    supplement_cents: whole,
    paid_cents: whole,
  }),
} as const;

const Parties = {
  doctor: v.object({
    title: v.string(),
    first_name: v.string(),
    last_name: v.string(),
    code: v.string(),
    specialty: v.string(),
    street: v.nullable(v.string()),
    postal_code: v.nullable(v.string()),
    city: v.string(),
    phone: v.nullable(v.string()),
    email: v.nullable(v.string()),
    iban: v.nullable(v.string()),
    time_zone: v.string(),
  }),
  patient: v.object({
    first_name: v.string(),
    last_name: v.string(),
    matricule: v.string(),
    born_on: v.nullable(v.string()),
    street: v.string(),
    postal_code: v.string(),
    city: v.string(),
    country: v.string(),
    phone: v.nullable(v.string()),
    guardian: v.nullable(v.string()),
  }),
  issued_on: v.string(),
  consulted_on: v.string(),
  corrects: v.nullable(v.string()),
};

const common = {
  id: v.string(),
  language: v.picklist(languages),
  number: v.nullable(v.string()),
  code: v.nullable(v.string()),
  issued_at: v.nullable(v.string()),
};

/** What a PDF is made of. Mirrored in SQL: private.printable; without number and code it is a draft. */
export const Printable = v.variant("kind", [
  v.object({
    ...common,
    kind: v.literal("prescription"),
    content: contents.prescription,
    facts: v.object({
      ...Parties,
      valid_until: v.string(),
      renewable_until: v.string(),
    }),
  }),
  v.object({
    ...common,
    kind: v.literal("lab_order"),
    content: contents.lab_order,
    facts: v.object({
      ...Parties,
      analyses: v.array(
        v.object({ code: v.string(), group: v.string(), name: v.string() }),
      ),
    }),
  }),
  v.object({
    ...common,
    kind: v.literal("sick_leave"),
    content: contents.sick_leave,
    facts: v.object(Parties),
  }),
  v.object({
    ...common,
    kind: v.literal("fee_note"),
    content: contents.fee_note,
    facts: v.object({
      ...Parties,
      acts: v.array(v.object({
        code: v.string(),
        name: v.string(),
        quantity: v.number(),
        coefficient: v.nullable(v.string()),
        letter: v.nullable(v.string()),
        cents: v.nullable(v.number()),
      })),
      total_cents: v.number(),
      due_on: v.string(),
    }),
  }),
]);
export type Printable = v.InferOutput<typeof Printable>;
export type PrintableOf<Kind extends Printable["kind"]> = Extract<
  Printable,
  { kind: Kind }
>;
