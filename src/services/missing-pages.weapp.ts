export function onMissingPage(): void {}
