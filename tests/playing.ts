import type { Page } from "playwright-core";

/**
 * Waits until the video with this name shows a picture that moves on: what a person would call "I see him".
 * Throws after 40 s, with what the page shows instead.
 */
export async function seesVideoOf(page: Page, name: string): Promise<void> {
  try {
    await page.waitForFunction(
      (label) => {
        const video = [...document.querySelectorAll("video")]
          .find((one) => one.getAttribute("aria-label") === label);
        if (!video || video.videoWidth === 0) return false;
        // Its time goes on with the sound alone: only frames are a picture. Another stream counts from zero.
        const frames = video.getVideoPlaybackQuality().totalVideoFrames;
        const seen = Number(video.dataset.seen ?? Infinity);
        if (frames < seen) video.dataset.seen = String(frames);
        return frames > seen + 3;
      },
      name,
      { timeout: 40_000 },
    );
  } catch (error) {
    throw new Error(`${name} is not seen: ${await shown(page)}`, {
      cause: error,
    });
  }
}

/** What the page says, and how its videos stand: for whoever reads why a test failed. */
async function shown(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const videos = [...document.querySelectorAll("video")].map((video) =>
      `${video.ariaLabel}: ${video.videoWidth} px, at ${video.currentTime} s`
    );
    const text = document.querySelector("main")?.innerText ?? "";
    return [location.pathname, ...videos, text].join("\n");
  });
}

/** Begins to look anew whether the video with this name moves: what was seen until now does not count. */
export async function looksAnew(page: Page, name: string): Promise<void> {
  await page.evaluate((label) => {
    for (const video of document.querySelectorAll("video")) {
      if (video.getAttribute("aria-label") === label) delete video.dataset.seen;
    }
  }, name);
}

/**
 * Waits until the picture with this name has sharp edges, as those of Chromium's camera are, or none. Throws after
 * 20 s.
 */
export async function looksBlurred(
  page: Page,
  name: string,
  blurred = true,
): Promise<void> {
  await page.waitForFunction(
    ({ label, blurred }) => {
      const video = [...document.querySelectorAll("video")]
        .find((one) => one.getAttribute("aria-label") === label);
      const [width, height] = [320, 180];
      const context = new OffscreenCanvas(width, height).getContext("2d");
      if (!video || video.videoWidth === 0 || !context) return false;
      context.drawImage(video, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const greens = data.filter((_, place) => place % 4 === 1);
      const edges =
        greens.filter((green, place) =>
          place > 0 && Math.abs(green - (greens[place - 1] ?? 0)) > 60
        ).length;
      return blurred ? edges < 10 : edges > 40;
    },
    { label: name, blurred },
    { polling: 100, timeout: 20_000 },
  );
}

/**
 * Waits until sound arrives from the other side and is not held back: the beeps of Chromium's microphone move the
 * samples. Throws after 40 s.
 */
export async function hears(page: Page, name: string): Promise<void> {
  const heard = await page.evaluate(async (label) => {
    const context = new AudioContext();
    const samples = new Float32Array(2048);
    let track: MediaStreamTrack | undefined;
    let analyser: AnalyserNode | undefined;
    const end = performance.now() + 40_000;
    try {
      while (performance.now() < end) {
        const video = [...document.querySelectorAll("video")]
          .find((one) => one.getAttribute("aria-label") === label);
        const stream = video?.srcObject;
        const [audio] = stream instanceof MediaStream
          ? stream.getAudioTracks()
          : [];
        if (audio && audio !== track) {
          track = audio;
          analyser = context.createAnalyser();
          context.createMediaStreamSource(new MediaStream([audio]))
            .connect(analyser);
        }
        analyser?.getFloatTimeDomainData(samples);
        const loudest = Math.max(...samples.map(Math.abs));
        if (audio && !video?.muted && loudest > 0.01) return true;
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    } finally {
      await context.close();
    }
  }, name);
  if (!heard) throw new Error(`Nothing of ${name} is heard`);
}

/** From now on, notes in which parts of its size a page sends its camera: 2 is half as wide and half as high. */
export async function noteCameraSizes(page: Page): Promise<void> {
  const note = () => {
    const { setParameters } = RTCRtpSender.prototype;
    RTCRtpSender.prototype.setParameters = function (parameters, ...more) {
      const scale = parameters.encodings[0]?.scaleResolutionDownBy;
      if (this.track?.kind === "video" && scale !== undefined) {
        const { dataset } = document.documentElement;
        dataset.cameraSizes = `${dataset.cameraSizes ?? ""}/${scale}`;
      }
      return setParameters.call(this, parameters, ...more);
    };
  };
  // Also on the page that comes after this one.
  await page.addInitScript(note);
  await page.evaluate(note);
}

/** Waits until a page ({@link noteCameraSizes}) has sent its camera in half its size, and then in full. */
export async function growsCamera(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /^(\/2)+(\/1)+$/.test(document.documentElement.dataset.cameraSizes ?? "")
  );
}

/** From the next load of the page on, notes when one of its calls was negotiated last. */
export async function noteNegotiations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Original = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener("signalingstatechange", () => {
          const now = String(performance.now());
          document.documentElement.dataset.negotiatedAt = now;
        });
      }
    };
  });
}

/**
 * Waits until the calls of a page ({@link noteNegotiations}) have come to rest: nothing was negotiated for three
 * seconds. Throws after 30 s: two sides that never agree heat a tablet and empty it.
 */
export async function negotiationRests(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const at = Number(document.documentElement.dataset.negotiatedAt ?? NaN);
      return performance.now() - at > 3_000;
    },
    undefined,
    { timeout: 30_000 },
  );
}
