// The parts of the page: each in a block of base64 of gzip, which is taken out as it is read.

export function part(name) {
  const block = document.getElementById(`part-${name}`);
  if (!block) return null;
  const bytes = atob(block.textContent);
  block.remove();
  return new Blob([Uint8Array.from(bytes, (char) => char.charCodeAt(0))]);
}

export function unpacked(blob) {
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip")));
}

export async function data(name) {
  return unpacked(part(name)).json();
}
