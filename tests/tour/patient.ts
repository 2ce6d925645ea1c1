import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Cast, Stop } from "./stop.ts";

/** What a patient sees who books: calendar, both steps, the appointment, the list, cancelling, the account. */
export async function* patientTour(
  { patientPage: page, doctor }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { booking, frame } = texts(language);
  await page.goto(paths.home(language));
  yield { name: "home-patient", page };

  await page.goto(paths.doctor(language, doctor.slug));
  yield { name: "calendar", page };

  await page.getByRole("link", { name: booking.nextWeek }).click();
  await page.getByRole("link", { name: /, \d\d:\d\d$/ }).first().click();
  await page.waitForURL(/\/booking\?start=/);
  yield { name: "booking", page };

  await page.getByRole("button", { name: frame.confirm }).click();
  await page.getByRole("alert").first().waitFor();
  yield { name: "booking-terms-missing", page };

  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: frame.confirm }).click();
  await page.getByLabel(booking.symptoms).fill("Toux depuis trois jours");
  yield { name: "booking-symptoms", page };

  await page.getByRole("button", { name: booking.book }).click();
  await page.getByText(booking.bookedTitle).waitFor();
  yield { name: "appointment-booked", page };

  const booked = page.url();
  await page.goto(paths.appointments(language));
  yield { name: "appointments", page };

  await page.goto(booked);
  await page.getByRole("link", { name: booking.cancelAppointment }).click();
  await page.getByRole("button", { name: booking.cancelConfirm }).waitFor();
  yield { name: "cancellation", page };

  await page.getByRole("button", { name: booking.cancelConfirm }).click();
  await page.getByText(booking.cancelledTitle).first().waitFor();
  yield { name: "appointment-cancelled", page };

  await page.goto(paths.account(language));
  yield { name: "account", page };

  await page.goto(paths.signOut(language));
  yield { name: "sign-out", page };

  await page.goto(paths.workspace(language));
  yield { name: "forbidden", page };
}
