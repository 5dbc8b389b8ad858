package app.chancery.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2 that can be filled up: {@code jdbc:h2:full:/path}. */
public final class FullDisk extends FilePathWrapper {

  private static volatile boolean full;
  private static volatile boolean opensNothing;
  private static final AtomicLong REFUSED = new AtomicLong();

  static void mount() {
    FilePath.register(new FullDisk());
  }

  static void fill() {
    full = true;
  }

  /** Whoever has a file open goes on with it. */
  static void refuseToOpen() {
    opensNothing = true;
  }

  /** How often there was no room for something. */
  static long refused() {
    return REFUSED.get();
  }

  static void makeRoom() {
    full = false;
    opensNothing = false;
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    if (opensNothing) {
      throw new IOException("No space left on device");
    }
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBaseDefault {

    private final FileChannel file;

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      if (full) {
        REFUSED.incrementAndGet();
        throw new IOException("No space left on device");
      }
      return file.write(from, position);
    }

    @Override
    public int read(ByteBuffer to, long position) throws IOException {
      return file.read(to, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
