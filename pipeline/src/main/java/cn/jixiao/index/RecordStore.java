package cn.jixiao.index;

/// Where records are kept: a workspace's folder, or an index on a server. The faces of the program ask either in the same way.
public interface RecordStore {

    /// Opens what is there for reading.
    Records read();

    /// Opens it for records that were read elsewhere.
    RecordWriter write();

    /// Names the last commit: readers opened under another name have older records.
    String commit();

    /// What persons laid over the reports.
    Overlay overlay();
}
