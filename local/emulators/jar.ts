// Makes a jar of nothing but a manifest, which lets `java -jar` start a class that lies in another jar.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/** A manifest line holds at most 72 bytes; the rest continues on lines that begin with a space. */
function manifestLine(name: string, value: string): string {
  const line = Buffer.from(`${name}: ${value}`);
  const parts = [line.subarray(0, 70)];
  for (let at = 70; at < line.length; at += 69) parts.push(line.subarray(at, at + 69));
  return parts.map((part) => part.toString('latin1')).join('\r\n ') + '\r\n';
}

/** One stored (uncompressed) entry as a ZIP file: local header, content, directory, end record. */
function zipOf(name: string, content: Buffer): Buffer {
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0); // version needed; flags, method and time stay 0
  fixed.writeUInt16LE(0x21, 8); // 1980-01-01, the earliest date of the format
  fixed.writeUInt32LE(crc32(content), 10);
  fixed.writeUInt32LE(content.length, 14);
  fixed.writeUInt32LE(content.length, 18);
  fixed.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), content]);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    fixed,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

export function writeManifestJar(file: string, mainClass: string, classPath: string[]): void {
  const manifest =
    manifestLine('Manifest-Version', '1.0') +
    manifestLine('Main-Class', mainClass) +
    manifestLine('Class-Path', classPath.map((path) => pathToFileURL(path).href).join(' ')) +
    '\r\n';
  writeFileSync(file, zipOf('META-INF/MANIFEST.MF', Buffer.from(manifest, 'latin1')));
}
