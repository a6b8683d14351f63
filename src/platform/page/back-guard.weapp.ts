export function passBack(): void {}
