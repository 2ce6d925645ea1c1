/* The build puts the AudioWorklet of @sapphi-red/web-noise-suppressor here (dev.ts). */
