package io.sarf.payouts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.platform.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @Test
    void a_large_picture_is_drawn_smaller_in_its_own_shape() throws IOException {
        var drawn = read(Picture.redrawn(picture("png", 800, 400)));

        assertThat(drawn.getWidth()).isEqualTo(192);
        assertThat(drawn.getHeight()).isEqualTo(96);
        assertThat(new java.awt.Color(drawn.getRGB(96, 48), true)).isEqualTo(java.awt.Color.RED);
    }

    @Test
    void a_small_one_stays_as_large_as_it_is_and_what_is_clear_stays_clear() throws IOException {
        var clear = read(Picture.redrawn(bytes("png", new BufferedImage(32, 20, BufferedImage.TYPE_INT_ARGB))));

        assertThat(clear.getWidth()).isEqualTo(32);
        assertThat(clear.getRGB(5, 5) >>> 24).isZero();
    }

    @Test
    void a_jpeg_becomes_a_png_and_nothing_that_stood_beside_it_in_the_file_is_kept() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(picture("jpeg", 64, 64));
        file.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        var png = Picture.redrawn(file.toByteArray());

        assertThat(Arrays.copyOf(png, 4)).containsExactly(0x89, 'P', 'N', 'G');
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no picture", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "\u0089PNG\r\n\u001a\n"
            })
    void what_is_no_picture_is_refused(String content) {
        refused("NO_PICTURE", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_gif_and_half_a_file_are_refused() throws IOException {
        refused("NO_PICTURE", picture("gif", 20, 20));
        var whole = picture("png", 300, 300);
        refused("NO_PICTURE", Arrays.copyOf(whole, 60));
    }

    @Test
    void what_is_larger_than_it_may_be_is_refused_before_it_is_read() throws IOException {
        refused("TOO_LARGE", new byte[Picture.FILE_MAX + 1]);
        refused("TOO_LARGE", picture("png", Picture.EDGE_MAX + 1, 1));
        // A few bytes that say they are 60,000 by 60,000.
        var bomb = picture("png", 10, 10);
        bomb[18] = (byte) 0xea;
        bomb[19] = 0x60;
        bomb[22] = (byte) 0xea;
        bomb[23] = 0x60;
        refused("TOO_LARGE", bomb);
    }

    @Test
    void a_jpeg_that_is_to_be_gone_over_again_and_again_is_refused_before_it_is_read() throws IOException {
        var whole = picture("jpeg", 16, 16);
        var file = new ByteArrayOutputStream();
        file.write(whole, 0, whole.length - 2);
        for (var scan = 0; scan < 5_000; scan++) {
            file.write(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0});
        }
        refused("NO_PICTURE", file.toByteArray());
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> Picture.redrawn(file))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                picture.setRGB(x, y, 0xff0000);
            }
        }
        return bytes(format, picture);
    }

    private static byte[] bytes(String format, BufferedImage picture) throws IOException {
        var file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, file)).isTrue();
        return file.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
