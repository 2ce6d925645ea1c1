/*
 * LiteRT (Apache-2.0, https://github.com/google-ai-edge/LiteRT), with which the worker beside runs the model that finds
 * a person in a picture. The build puts the library here (dev.ts), and its WebAssembly and the model beside it.
 */
import { loadAndCompile, loadLiteRt, Tensor } from "@litertjs/core";

globalThis.loadSegmentation = async () => {
  const here = (name) => new URL(name, location.href).href;
  await loadLiteRt(here("litert_wasm_internal.js"));
  const model = await loadAndCompile(here("selfie_segmentation.tflite"), {
    accelerator: "wasm",
  });
  return {
    /** How certain each pixel is the person's, 0 to 1. */
    async run(values, shape) {
      const input = new Tensor(values, shape);
      const [output] = [await model.run(input)].flat();
      try {
        return output.toTypedArray();
      } finally {
        input.delete();
        output.delete();
      }
    },
  };
};
