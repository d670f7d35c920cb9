package io.sarf.payouts.settings;

import io.sarf.payouts.platform.Refused;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Renders an uploaded picture again. Only our own PNG of a known size is stored, with no other content of the file. */
final class Picture {
    /** In bytes. */
    static final int FILE_MAX = 1_048_576;

    /** Edge of the uploaded picture in pixels: a limit for the memory that decoding needs. */
    static final int EDGE_MAX = 2_000;

    /** Scans of a JPEG: each costs a pass over all pixels and few bytes. Cameras and programs write about ten. */
    private static final int SCANS_MAX = 100;

    /** Limits concurrent rendering; further uploads wait. */
    private static final Semaphore PLACES = new Semaphore(2);

    /** Edge of the stored picture, in pixels. */
    private static final int SHOWN = 192;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    static {
        // Otherwise ImageIO caches in temporary files.
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    /** @throws Refused TOO_LARGE or NO_PICTURE */
    static byte[] redrawn(byte[] file) {
        if (file.length > FILE_MAX) {
            throw new Refused("TOO_LARGE", "The file has more than " + FILE_MAX + " bytes.");
        }
        if (scans(file) > SCANS_MAX) {
            throw noPicture();
        }
        PLACES.acquireUninterruptibly();
        try {
            return drawn(file);
        } finally {
            PLACES.release();
        }
    }

    private static byte[] drawn(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw noPicture();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return png(read(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refused refused ? refused : noPicture();
        }
    }

    /** Counts start-of-scan markers; within image data these two bytes are never adjacent. */
    private static int scans(byte[] file) {
        var scans = 0;
        for (var at = 1; at < file.length; at++) {
            if (file[at - 1] == (byte) 0xff && file[at] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw noPicture();
        }
        // The size is in the header, so this check precedes decoding.
        if (reader.getWidth(0) > EDGE_MAX || reader.getHeight(0) > EDGE_MAX) {
            throw new Refused("TOO_LARGE", "The picture is wider or higher than " + EDGE_MAX + " pixels.");
        }
        return reader.read(0);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var longer = Math.max(picture.getWidth(), picture.getHeight());
        var edge = Math.min(SHOWN, longer);
        var width = Math.max(1, picture.getWidth() * edge / longer);
        var height = Math.max(1, picture.getHeight() * edge / longer);
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = drawn.createGraphics();
        try {
            pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        } finally {
            pen.dispose();
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return png.toByteArray();
    }

    private static Refused noPicture() {
        return new Refused("NO_PICTURE", "It is no PNG and no JPEG that can be read.");
    }
}
