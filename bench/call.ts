import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { smallPdf } from "../tests/attachments.ts";
import { newBrowser } from "../tests/house.ts";
import { call, close, newVisit, type Visit, wait } from "../tests/visits.ts";
import { bareServer } from "./bare.ts";
import { median, p95, type Row, row } from "./row.ts";

const CALLS = 8;
const UPLOADS = 5;
const FILE_BYTES = 20 * 1024 * 1024;

/** 20 Mbit/s, in bytes a second. */
const LINE_BYTES = 2_500_000;

/** Calls and their files in the house that `ECONSULT_HOUSE` names. */
export async function rows(): Promise<Row[]> {
  await using browser = await newBrowser();
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < CALLS; round++) {
    const visit = await newVisit(browser);
    bare.push(await bareCall(visit.patientPage));
    ours.push(await firstPicture(visit));
    await close(visit);
  }
  const name = "first picture after the press";
  const floor = "the camera over two connections of one page";
  return [
    row(name, "ms", median(ours), floor, median(bare)),
    row(`${name}, p95`, "ms", p95(ours), `${floor}, p95`, p95(bare)),
    ...await fileRows(await newVisit(browser)),
  ];
}

/** From the press of the green button to the first frame of the doctor's picture, in milliseconds. */
async function firstPicture(visit: Visit): Promise<number> {
  const { patientPage, doctor } = visit;
  await wait(visit);
  await call(visit);
  const button = patientPage.getByRole("button", { name: "Répondre" });
  await button.waitFor();
  const seen = patientPage.evaluate(
    (label) =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        addEventListener("click", () => pressed = performance.now(), {
          capture: true,
          once: true,
        });
        const look = () => {
          const video = [...document.querySelectorAll("video")]
            .find((one) => one.getAttribute("aria-label") === label);
          if (!video) return void requestAnimationFrame(look);
          video.requestVideoFrameCallback(() =>
            resolve(performance.now() - pressed)
          );
        };
        look();
      }),
    doctor.name,
  );
  await button.click();
  return await seen;
}

/** From asking for the camera to the first frame at the other end, in milliseconds, with nothing between. */
async function bareCall(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const began = performance.now();
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: 1280, height: 720 },
    });
    const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
    for (const [one, other] of [[from, to], [to, from]] as const) {
      one.onicecandidate = ({ candidate }) => {
        if (candidate) void other.addIceCandidate(candidate);
      };
    }
    const video = document.createElement("video");
    const seen = new Promise((resolve) => {
      to.ontrack = ({ track }) => {
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        video.requestVideoFrameCallback(resolve);
        void video.play();
      };
    });
    for (const track of stream.getTracks()) from.addTrack(track, stream);
    await from.setLocalDescription();
    if (from.localDescription) {
      await to.setRemoteDescription(from.localDescription);
    }
    await to.setLocalDescription();
    if (to.localDescription) {
      await from.setRemoteDescription(to.localDescription);
    }
    await seen;
    const milliseconds = performance.now() - began;
    from.close();
    to.close();
    for (const track of stream.getTracks()) track.stop();
    return milliseconds;
  });
}

/**
 * A file of 20 MB, from its choice to the message that holds it, beside the same file to a server that only keeps it:
 * inside one machine, where the steps around the upload weigh most, and over a line as people have them.
 */
async function fileRows(visit: Visit): Promise<Row[]> {
  const { patientPage: page } = visit;
  await wait(visit);
  await using bare = await bareServer(new Uint8Array());
  const barePage = await page.context().newPage();
  await barePage.goto(bare.url);
  await barePage.setContent("<input type=file>");
  const bytes = new Uint8Array(FILE_BYTES);
  crypto.getRandomValues(bytes.subarray(0, 65_536));
  bytes.set(smallPdf);
  bytes.set(smallPdf.subarray(-40), bytes.length - 40);
  let sends = 0;
  const measure = async (
    rounds: number,
  ): Promise<[number, string, number]> => {
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const name = `dossier-${sends++}.pdf`;
      const buffer = Buffer.from(bytes);
      const file = { name, mimeType: "application/pdf", buffer };
      await barePage.locator("input").setInputFiles(file);
      floor.push(await bareUpload(barePage));
      const sent = sending(page, name);
      await page.getByLabel("Joindre un fichier").setInputFiles(file);
      ours.push(await sent);
    }
    return [median(ours), "the same browser's bare upload", median(floor)];
  };
  const name = "20 MB file in the chat, checked";
  const near = row(name, "ms", ...await measure(UPLOADS));
  for (const one of [page, barePage]) await slowDown(one);
  const far = row(`${name}, over 20 Mbit/s`, "ms", ...await measure(2));
  await close(visit);
  return [near, far];
}

/** From now on the page has a line of 20 Mbit/s, 20 ms away from everything. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 20,
    downloadThroughput: LINE_BYTES,
    uploadThroughput: LINE_BYTES,
  });
}

/** The chosen file by one request, to where it is written to the disk, in milliseconds. */
async function bareUpload(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const [body] = document.querySelector("input")?.files ?? [];
    const began = performance.now();
    await fetch("/", { method: "POST", body });
    return performance.now() - began;
  });
}

/** From the choice of a file to its link in the chat, in milliseconds, by the page's own clock. */
async function sending(page: Page, name: string): Promise<number> {
  return await page.evaluate((name) =>
    new Promise<number>((resolve) => {
      let chosen = 0;
      addEventListener("change", () => chosen = performance.now(), {
        capture: true,
        once: true,
      });
      const look = new MutationObserver(() => {
        const links = [...document.querySelectorAll("a")];
        if (!links.some(({ innerText }) => innerText.includes(name))) return;
        look.disconnect();
        resolve(performance.now() - chosen);
      });
      look.observe(document.body, { childList: true, subtree: true });
    }), name);
}

if (import.meta.main) console.table(await rows());
