// The parts of the page: each in a block of base64 of gzip, which is taken out as it is read.

export function part(name) {
  const block = document.getElementById(`part-${name}`);
  if (!block) return null;
  const bytes = decoded(block.textContent);
  block.remove();
  return new Blob([bytes]);
}

// There are millions of them: hence the loop, where the browser cannot do it by itself.
function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const chars = atob(text);
  const bytes = new Uint8Array(chars.length);
  for (let place = 0; place < chars.length; place++) bytes[place] = chars.charCodeAt(place);
  return bytes;
}

export function unpacked(blob) {
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip")));
}

export async function data(name) {
  return unpacked(part(name)).json();
}
