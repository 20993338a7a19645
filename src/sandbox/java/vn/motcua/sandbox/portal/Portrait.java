package vn.motcua.sandbox.portal;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn face for people who do not exist: 3 × 4, as identity pictures are. */
final class Portrait {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 400;

    private Portrait() {}

    /** A JPEG of a few kilobytes; the same number draws the same picture. */
    static byte[] draw(int number) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xdfe8f0));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.getHSBColor((number * 37 % 360) / 360f, 0.45f, 0.5f));
        pen.fill(new RoundRectangle2D.Double(40, 290, 220, 200, 120, 120));
        pen.setColor(new Color(0xe8c4a0));
        pen.fill(new RoundRectangle2D.Double(125, 240, 50, 80, 30, 30));
        pen.fill(new Ellipse2D.Double(90, 100, 120, 160));
        pen.setColor(new Color(0x2a2320));
        pen.fill(new java.awt.geom.Arc2D.Double(82, 85, 136, 150, 0, 180, java.awt.geom.Arc2D.CHORD));
        pen.fill(new Ellipse2D.Double(118, 172, 12, 9));
        pen.fill(new Ellipse2D.Double(170, 172, 12, 9));
        pen.draw(new java.awt.geom.Arc2D.Double(128, 205, 44, 20, 200, 140, java.awt.geom.Arc2D.OPEN));
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
