package dev.pintle.render.function.crypto;

import dev.pintle.render.function.Library;

/** What makes keys, certificates and slow hashes of passwords. */
final class BouncyCastle {

  static final Library LIBRARY =
      new Library("org.bouncycastle:bcpkix-jdk18on", "org.bouncycastle.cert.X509CertificateHolder");

  private BouncyCastle() {}
}
