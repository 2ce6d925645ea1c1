/** How loud the microphone is, from 0 to 1, about 15 times a second, until the returned function is called. */
export function watchLevel(
  stream: MediaStream,
  onLevel: (level: number) => void,
): () => void {
  if (stream.getAudioTracks().length === 0) return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    // Browsers keep the sound engine asleep until the person touches the page.
    if (context.state === "suspended") void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) /
      samples.length;
    // -60 dB is silence, -12 dB a clear voice near the microphone.
    const decibels = 10 * Math.log10(power + 1e-10);
    onLevel(Math.min(1, Math.max(0, (decibels + 60) / 48)));
  }, 66);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
