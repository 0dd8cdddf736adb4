// window.gasburden, as types.d.ts says what it holds.
export const app = window.gasburden;
