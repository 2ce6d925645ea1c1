import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { render } from "preact-render-to-string";
import { appointmentLine } from "@/components/booking/appointment_line.ts";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { DoctorCard } from "@/domain/records.ts";
import { texts } from "@/i18n/texts.ts";
import { Line, LineBars } from "./Line.tsx";
import { Portrait } from "./Portrait.tsx";
import { Ticket, type TicketProps } from "./Ticket.tsx";

const words = texts("fr").ticket;
const now = "2026-11-29T17:33:00Z";
const startsAt = "2026-11-30T16:10:00Z";

const doctor: DoctorCard = {
  id: "1",
  slug: "claire-weber",
  title: "Dr",
  first_name: "Claire",
  last_name: "Weber",
  specialty: {
    fr: "Médecine générale",
    de: "",
    en: "",
    lb: "",
    pt: "",
  },
  languages: ["fr"],
  city: "Luxembourg",
  time_zone: "Europe/Luxembourg",
  slot_minutes: 10,
  free_now: false,
};

function ticket(props: Partial<TicketProps> = {}): string {
  return render(
    <Ticket
      look="draft"
      startsAt={startsAt}
      endsAt="2026-11-30T16:20:00Z"
      now={now}
      doctor={doctor}
      spoken="fr"
      language="fr"
      texts={words}
      {...props}
    />,
  );
}

/** What is read, in order. */
const read = (html: string) =>
  html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();

Deno.test("a ticket says state, day, hour, length, zone and doctor, in this order", () => {
  assertStringIncludes(
    read(ticket()),
    "Pas encore réservé demain, lundi 30 novembre lundi 30 novembre 2026 17:10 " +
      "Téléconsultation, 10 minutes, jusqu’à 17:20 Heure de Luxembourg (UTC+01:00) " +
      "Dr Claire Weber Médecine générale, Luxembourg. En français.",
  );
});

Deno.test("the page's ticket carries day and hour in the heading", () => {
  const html = ticket({ look: "booked", heading: true });
  assertStringIncludes(
    read(/<h1[\s\S]*<\/h1>/.exec(html)?.[0] ?? ""),
    "17:10",
  );
  assert(!ticket().includes("<h1"));
});

Deno.test("a doctor without a picture has initials", () => {
  assertStringIncludes(
    render(<Portrait person={doctor} />),
    `src="/portraits/claire-weber.svg"`,
  );
  const other = { slug: "x", first_name: "Ana", last_name: "Reis" };
  assertStringIncludes(render(<Portrait person={other} />), ">AR<");
});

Deno.test("the line marks one step as present, and those before as done", () => {
  const at = (state: AppointmentState, moment = now) =>
    appointmentLine(
      { state, starts_at: startsAt },
      moment,
      doctor.time_zone,
      "fr",
      words,
    );
  const html = render(<Line {...at("booked")} texts={words} />);
  assertEquals(html.match(/aria-current="step"/g)?.length, 1);
  assertStringIncludes(read(html), "Fait : Réservé Préparer le matériel");
  assertEquals(at("booked", "2026-11-30T16:05:00Z").current, 2);
  assertEquals(at("waiting").current, 2);
  assertEquals(at("in_progress").current, 3);
  assertEquals(at("completed").current, 4);
  assertStringIncludes(
    read(render(<LineBars {...at("waiting")} texts={words} />)),
    "Étape 3 sur 5 : Salle d’attente",
  );
});
