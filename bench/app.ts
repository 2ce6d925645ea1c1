import { newBrowser, newVisitor } from "../tests/house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  signIn,
} from "../tests/people.ts";
import { bookingRow } from "./booking.ts";
import { byteRows } from "./bytes.ts";
import { chatRow } from "./chat.ts";
import { appointmentsRow, homeRows, slotsRow } from "./pages.ts";
import type { Row } from "./row.ts";
import { visitAs } from "./visit.ts";

/** The app in the house that `ECONSULT_HOUSE` names. */
export async function rows(): Promise<Row[]> {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment = await newAppointment(patient, doctor, 5);
  const pages = {
    visitor: await (await newVisitor(browser)).newPage(),
    patient: await (await newVisitor(browser)).newPage(),
    doctor: await (await newVisitor(browser)).newPage(),
  };
  await signIn(pages.patient, patient);
  await signIn(pages.doctor, doctor);
  const asPatient = await visitAs(pages.patient.context());
  const asDoctor = await visitAs(pages.doctor.context());
  const visitor = await visitAs();
  return [
    ...await byteRows(pages, { slug: doctor.slug, appointment }),
    ...await homeRows(visitor),
    await appointmentsRow(asPatient, patient),
    await slotsRow(visitor, doctor),
    await bookingRow(asPatient, patient, doctor),
    await chatRow(asPatient, asDoctor, patient, doctor),
  ];
}

if (import.meta.main) console.table(await rows());
