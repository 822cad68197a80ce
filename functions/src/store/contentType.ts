// What a file is by its own content, whatever its name says; the module that knows comes with the first content.

/** The ending that it calls for; null where it isn't known. */
export async function contentType(content: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(content))?.ext ?? null;
}
