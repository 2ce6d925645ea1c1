import type { Page } from "playwright-core";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { messagesTo, newEmail, newPhone } from "../people.ts";
import { REASON } from "./practice.ts";
import type { Cast, Stop } from "./stop.ts";

/**
 * What a patient sees who books: calendar, both steps, the appointment, the list, trying the equipment, moving,
 * something earlier, cancelling, the account. After `practiceTour`.
 */
export async function* patientTour(
  { patientPage: page, patient: { password }, doctor }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { accountData, booking, connection, moving } = texts(language);
  await page.goto(paths.home(language));
  yield { name: "home-patient", page };

  await page.goto(paths.doctor(language, doctor.slug));
  yield { name: "calendar", page };

  await page.getByRole("link", { name: REASON }).click();
  await page.getByRole("link", { name: booking.nextWeek }).click();
  const slots = page.getByRole("link", { name: /, \d\d:\d\d$/ });
  await slots.first().click();
  await page.getByRole("button", { name: booking.confirmSlot }).waitFor();
  yield { name: "booking", page };

  await page.getByRole("button", { name: booking.confirmSlot }).click();
  await page.getByRole("alert").first().waitFor();
  yield { name: "booking-terms-missing", page };

  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: booking.confirmSlot }).click();
  await page.getByLabel(booking.symptoms).fill("Toux depuis trois jours");
  yield { name: "booking-symptoms", page };

  await page.getByRole("button", { name: booking.book }).click();
  await page.getByText(booking.bookedTitle).waitFor();
  yield { name: "appointment-booked", page };

  const booked = page.url();
  await page.goto(paths.appointments(language));
  yield { name: "appointments", page };

  const id = new URL(booked).pathname.split("/").at(-1) ?? "";
  await page.goto(paths.equipment(language, id));
  await page.getByRole("button", { name: connection.networkAgain }).waitFor();
  yield { name: "equipment", page };

  await page.goto(paths.doctor(language, doctor.slug, { move: id }));
  await slots.first().click();
  await page.getByRole("button", { name: moving.moveConfirm }).waitFor();
  yield { name: "move", page };

  await page.goto(paths.waitingList(language, id));
  await page.getByRole("button", { name: moving.earlierJoin }).click();
  await page.getByText(moving.earlierWaitingText).waitFor();
  yield { name: "waiting-list", page };

  await page.goto(booked);
  await page.getByRole("link", { name: booking.cancelAppointment }).click();
  await page.getByRole("button", { name: booking.cancelConfirm }).waitFor();
  yield { name: "cancellation", page };

  await page.getByRole("button", { name: booking.cancelConfirm }).click();
  await page.getByText(booking.cancelledTitle).first().waitFor();
  yield { name: "appointment-cancelled", page };

  await page.goto(paths.account(language));
  yield { name: "account", page };

  yield* contactStops(page, language, password);

  await page.goto(paths.accountErasure(language));
  yield { name: "erasure", page };

  await page.getByRole("button", { name: accountData.erasureSend }).click();
  await page.getByRole("alert").first().waitFor();
  yield { name: "erasure-not-confirmed", page };

  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: accountData.erasureSend }).click();
  await page.getByText(accountData.erasureOpenTitle).waitFor();
  yield { name: "account-erasure-asked", page };

  await page.getByRole("button", { name: accountData.erasureWithdraw }).click();
  await page.getByText(accountData.erasureWithdrawn).waitFor();

  await page.goto(paths.signOut(language));
  yield { name: "sign-out", page };

  await page.goto(paths.workspace(language));
  yield { name: "forbidden", page };
}

/** Another address and another number, as far as they can be asked for without being confirmed. */
async function* contactStops(
  page: Page,
  language: Language,
  password: string,
): AsyncGenerator<Stop> {
  const { account } = texts(language);
  await page.goto(paths.emailChange(language));
  yield { name: "email-change", page };

  await page.getByRole("button", { name: account.linkSend }).click();
  await page.getByRole("alert").first().waitFor();
  yield { name: "email-change-wrong", page };

  const email = newEmail();
  const since = new Date().toISOString();
  await page.getByLabel(account.emailNew).fill(email);
  await page.getByLabel(account.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: account.linkSend }).click();
  await page.getByText(account.linkSentTitle).waitFor();
  yield { name: "email-change-sent", page };

  await page.goto(paths.account(language));
  await page.getByText(account.emailWaitingTitle).waitFor();
  yield { name: "account-email-change", page };

  const [mail] = await messagesTo(email, since);
  const token = /token=(\w+)/.exec(mail?.text ?? "")?.[1] ?? "";
  await page.goto(paths.emailConfirmation(language, token));
  yield { name: "email-confirmation", page };

  await page.goto(paths.emailConfirmation(language, "no-such-token"));
  yield { name: "email-confirmation-stale", page };

  await page.goto(paths.phoneChange(language));
  yield { name: "phone-change", page };

  await page.getByLabel(account.phoneNew).fill(newPhone());
  await page.getByLabel(account.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: account.resetSend }).click();
  await page.waitForURL(/\/account\/phone\/code/);
  yield { name: "phone-change-code", page };
}
