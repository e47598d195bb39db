package cn.jixiao.ingest;

/// Is told how far an import is, from one thread, in the order of the files.
public interface Progress {

    void found(int files);

    void done(Account.Entry entry);

    /// Tells nobody.
    Progress SILENT = new Progress() {
        @Override
        public void found(int files) {
        }

        @Override
        public void done(Account.Entry entry) {
        }
    };
}
