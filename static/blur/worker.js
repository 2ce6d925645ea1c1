/*
 * Blurs what is behind a person, beside the page so that neither it nor a hidden tab's picture stands still. Gets the
 * streams of a camera's frames and answers `on` with the first blurred one, `slow` when the device cannot keep up:
 * then frames pass as they are. The model is MediaPipe's selfie segmentation, LiteRT runs it (dev.ts puts both here).
 */
importScripts("litert.js");

/** The model's picture, in pixels. */
const WIDTH = 256;
const HEIGHT = 144;

/** From which certainty on a pixel is the person's, and how many steps of opacity its edge has. */
const EDGE = 0.3;
const STEEPNESS = 640;

/** The background is blurred on a picture so many times smaller, by so many of its pixels. */
const SHRINK = 4;
const BLUR = "blur(3px)";

/** Frames that take longer than this, in milliseconds, are slow; after so many more of them than of quick ones it stops. */
const SLOW_MS = 60;
const SLOW_FRAMES = 30;

const small = canvas(WIDTH, HEIGHT);
const mask = canvas(WIDTH, HEIGHT);
const blurred = canvas(1, 1);
const picture = canvas(1, 1);
const maskPixels = new ImageData(WIDTH, HEIGHT);
const input = new Float32Array(WIDTH * HEIGHT * 3);

const model = globalThis.loadSegmentation();
model.then(() => postMessage("ready"), () => postMessage("failed"));

addEventListener("message", ({ data: { readable, writable } }) => {
  // The camera was closed: its stream ends, and so does the other one.
  blurAll(readable, writable).catch(() => {});
});

async function blurAll(readable, writable) {
  const segmentation = await model;
  let slow = 0;
  let told = false;
  const work = new TransformStream({
    async transform(frame, controller) {
      if (slow >= SLOW_FRAMES) return controller.enqueue(frame);
      const began = performance.now();
      const { timestamp } = frame;
      await separate(segmentation, frame);
      compose(frame);
      frame.close();
      controller.enqueue(new VideoFrame(picture.canvas, { timestamp }));
      if (!told) postMessage("on");
      told = true;
      const late = performance.now() - began > SLOW_MS;
      slow = late ? slow + 1 : Math.max(0, slow - 1);
      if (slow >= SLOW_FRAMES) postMessage("slow");
    },
  });
  await readable.pipeThrough(work).pipeTo(writable);
}

/** Finds the person, and draws them into the mask. */
async function separate({ run }, frame) {
  small.drawImage(frame, 0, 0, WIDTH, HEIGHT);
  const { data } = small.getImageData(0, 0, WIDTH, HEIGHT);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    input[to++] = data[from] / 255;
    input[to++] = data[from + 1] / 255;
    input[to++] = data[from + 2] / 255;
  }
  const certain = await run(input, [1, HEIGHT, WIDTH, 3]);
  // One value a pixel, or one for the background and one for the person.
  const channels = certain.length / (WIDTH * HEIGHT);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    const person = certain[pixel * channels + channels - 1];
    maskPixels.data[pixel * 4 + 3] = (person - EDGE) * STEEPNESS;
  }
  mask.putImageData(maskPixels, 0, 0);
}

/** The person sharp before the blurred frame. */
function compose(frame) {
  const { displayWidth: width, displayHeight: height } = frame;
  if (picture.canvas.width !== width || picture.canvas.height !== height) {
    Object.assign(picture.canvas, { width, height });
    Object.assign(blurred.canvas, {
      width: Math.ceil(width / SHRINK),
      height: Math.ceil(height / SHRINK),
    });
    blurred.filter = BLUR;
  }
  const { canvas: { width: narrow, height: low } } = blurred;
  blurred.drawImage(frame, 0, 0, narrow, low);
  picture.globalCompositeOperation = "copy";
  picture.drawImage(mask.canvas, 0, 0, width, height);
  picture.globalCompositeOperation = "source-in";
  picture.drawImage(frame, 0, 0, width, height);
  picture.globalCompositeOperation = "destination-over";
  picture.drawImage(blurred.canvas, 0, 0, width, height);
}

function canvas(width, height) {
  return new OffscreenCanvas(width, height)
    .getContext("2d", { willReadFrequently: true });
}
