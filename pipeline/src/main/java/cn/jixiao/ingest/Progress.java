package cn.jixiao.ingest;

/// Is told how far an import is, from one thread, in the order of the files.
public interface Progress {

    /// So many files are to be looked at.
    void found(int files);

    /// An archive was opened: so many more than was said.
    void more(int files);

    void done(Account.Entry entry);

    /// Tells nobody.
    Progress SILENT = new Progress() {
        @Override
        public void found(int files) {
        }

        @Override
        public void more(int files) {
        }

        @Override
        public void done(Account.Entry entry) {
        }
    };
}
