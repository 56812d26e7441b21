// Owns hiding the token in an address that may stand on a shared screen.

export function maskAddress(address: string): string {
  return address.replace(/(#token=).+$/, "$1••••••••");
}
