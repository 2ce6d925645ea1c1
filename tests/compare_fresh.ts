/**
 * Asks every route as visitor, patient and doctor, and some 200 odd requests, of two builds of the app: ours with
 * `local/fresh`, and one with Fresh itself (or any other edition).
 *
 *     deno run -A --config deno.local.json tests/compare_fresh.ts <server.js> [its deno.json]
 */
import { delay } from "@std/async";
import { resolve } from "node:path";
import { paths } from "../domain/paths.ts";
import { compare } from "../local/fresh/compare/compare.ts";
import { oddRequests } from "../local/fresh/compare/odd_requests.ts";
import type { RawRequest } from "../local/fresh/compare/raw_request.ts";
import { type House, startHouse } from "../local/house.ts";
import { freePorts } from "../local/ports.ts";
import { moveInto } from "./house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  startSession,
  type TestPerson,
} from "./people.ts";

const [other, config = "deno.json"] = Deno.args;
if (other === undefined) throw new Error("Name the other build's server.js");

await using house = await startHouse({ ports: "free", data: "temp" });
using _moved = moveInto(house);
const [patient, doctor] = [await newPatient(), await newDoctor()];
const appointment = await newAppointment(patient, doctor, 2);
const requests = await allRequests();
await using theirs = await serve(house, resolve(other), resolve(config));
const differences = await compare(
  { ours: `http://127.0.0.1:${house.ports.app}`, other: theirs.url },
  requests,
);
for (const { request, lines } of differences) {
  console.log(`\n${request}`);
  for (const line of lines.slice(0, 12)) console.log(`  ${line.slice(0, 900)}`);
}
console.log(
  `\n${requests.length} requests, ${differences.length} answered differently`,
);

async function allRequests(): Promise<[string, RawRequest][]> {
  const start = Temporal.Now.instant().round("hour").add({ hours: 48 });
  const pages = (["fr", "de", "en", "lb", "pt"] as const).flatMap((l) => [
    ...[paths.home(l), paths.doctor(l, doctor.slug), paths.help(l)],
    ...[paths.booking(l, doctor.slug, start.toString()), paths.terms(l)],
    ...[paths.signIn(l), paths.signInCode(l), paths.signUpCode(l, "x")],
    ...[paths.signUpDone(l, "x"), paths.activation(l, "x"), paths.privacy(l)],
    ...[paths.activationLink(l), paths.passwordForgotten(l)],
    ...[paths.passwordReset(l, "x"), paths.passwordNew(l), paths.account(l)],
    ...[paths.appointments(l), paths.appointment(l, appointment)],
    ...[paths.cancellation(l, appointment), paths.waitingRoom(l, appointment)],
    ...[paths.consultation(l, appointment), paths.workspace(l)],
    ...[paths.calendarFile(l, appointment), paths.accessibility(l)],
  ]);
  const others = [
    ...[paths.root(), paths.health(), paths.accessToken(), paths.day()],
    ...[paths.appointmentState(appointment), paths.callToken(appointment)],
    paths.freeSlots("fr", doctor.slug),
    ...["/styles/main.css", "/favicon.svg", "/fonts/atkinson-latin.woff2"],
    ...["/sounds/ring.wav", "/site.webmanifest", "/robots.txt"],
  ];
  const people = {
    visitor: "",
    patient: await cookiesOf(patient),
    doctor: await cookiesOf(doctor),
  };
  const asked = Object.entries(people).flatMap(([who, cookie]) =>
    [...pages, ...others].map((path): [string, RawRequest] => [
      who,
      { method: "GET", path, headers: cookie ? { Cookie: cookie } : {} },
    ])
  );
  const odd = oddRequests({
    page: paths.help("en"),
    form: paths.signIn("en"),
    api: paths.freeSlots("fr", doctor.slug),
    file: "/favicon.svg",
    origin: house.urls.app,
  });
  return [
    ...asked,
    ...odd.map((one): [string, RawRequest] => ["anybody", one]),
  ];
}

/** The session as the browser would send it. */
async function cookiesOf(person: TestPerson): Promise<string> {
  const kept: string[] = [];
  await startSession({
    addCookies: (cookies) => {
      kept.push(...cookies.map(({ name, value }) => `${name}=${value}`));
      return Promise.resolve();
    },
  }, person);
  return kept.join("; ");
}

async function serve({ env }: House, file: string, config: string) {
  const port = freePorts().app;
  const address = ["--host", "127.0.0.1", "--port", String(port), file];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["serve", "-A", "--config", config, ...address],
    cwd: resolve(config, ".."),
    env,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const url = `http://127.0.0.1:${port}`;
  const limit = AbortSignal.timeout(20_000);
  while (
    !await fetch(url + paths.health()).then(
      (r) => r.body?.cancel().then(() => r.ok),
      () => false,
    )
  ) {
    await delay(50, { signal: limit });
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await child.status;
    },
  };
}
