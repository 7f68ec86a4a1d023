package org.tabadla.verify.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Made-up photographs: a sky, hills and things in front, all by a seed.
public final class Drawn {
  private Drawn() {}

  public static BufferedImage scene(long seed, int width, int height) {
    var random = new Random(seed);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, colour(random), 0, height, colour(random)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < 24; i++) {
      pen.setColor(colour(random));
      int w = (int) (width * (0.08 + 0.35 * random.nextDouble()));
      int h = (int) (height * (0.08 + 0.35 * random.nextDouble()));
      int x = (int) (random.nextDouble() * width) - w / 2;
      int y = (int) (random.nextDouble() * height) - h / 2;
      if (random.nextBoolean()) {
        pen.fillOval(x, y, w, h);
      } else {
        pen.fillRect(x, y, w, h);
      }
    }
    pen.dispose();
    return image;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  public static BufferedImage scaled(BufferedImage of, int width, int height) {
    var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = out.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(of, 0, 0, width, height, null);
    pen.dispose();
    return out;
  }

  /// With an outlet's sign in a corner.
  static BufferedImage signed(BufferedImage of) {
    BufferedImage out = scaled(of, of.getWidth(), of.getHeight());
    Graphics2D pen = out.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, out.getHeight() * 9 / 10, out.getWidth() / 5, out.getHeight() / 10);
    pen.dispose();
    return out;
  }

  static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
