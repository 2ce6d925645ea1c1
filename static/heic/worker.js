/*
 * Makes a JPEG of a HEIC photo, beside the page so that a call runs on. Gets an ArrayBuffer, answers with a Blob, or null
 * when it is no photo that libheif knows.
 */
importScripts("libheif.js");

/** As good as phones write JPEG themselves. */
const QUALITY = 0.9;

addEventListener("message", async ({ data }) => {
  postMessage(await convert(new Uint8Array(data)).catch(() => null));
});

async function convert(heic) {
  const { HeifDecoder } = await globalThis.libheif();
  const [photo] = new HeifDecoder().decode(heic);
  if (photo === undefined) return null;
  const picture = new ImageData(photo.get_width(), photo.get_height());
  await new Promise((resolve, reject) =>
    photo.display(picture, (shown) => shown ? resolve() : reject(new Error()))
  );
  photo.free();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").putImageData(picture, 0, 0);
  return await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
}
