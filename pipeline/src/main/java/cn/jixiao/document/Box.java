package cn.jixiao.document;

/// A rectangle on a page in points, origin at the upper left of the page as shown, y downwards.
public record Box(double left, double top, double right, double bottom) {

    public Box {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException("not a box: " + left + "," + top + " to " + right + "," + bottom);
        }
    }

    public Box union(Box other) {
        return new Box(Math.min(left, other.left), Math.min(top, other.top),
                Math.max(right, other.right), Math.max(bottom, other.bottom));
    }
}
