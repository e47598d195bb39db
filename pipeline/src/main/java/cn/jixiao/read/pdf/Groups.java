package cn.jixiao.read.pdf;

/// Numbers that are joined into groups, each known by its smallest member.
final class Groups {

    private final int[] parent;

    Groups(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int of(int member) {
        int root = member;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int i = member; parent[i] != root;) {
            int next = parent[i];
            parent[i] = root;
            i = next;
        }
        return root;
    }

    void join(int one, int other) {
        int a = of(one);
        int b = of(other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
