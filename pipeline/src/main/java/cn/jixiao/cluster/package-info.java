/// What a cluster's scheduler needs of this program, and what comes back from it.
///
/// In: a file and the ids that are in already. Out: its records as JSON and as bytes, in types of Java alone, since the
/// scheduler loads this program apart from its own libraries; and folders of such records, read into a workspace.
/// Not done here: scheduling, storage, and the format of the folders' files.
@NullMarked
package cn.jixiao.cluster;

import org.jspecify.annotations.NullMarked;
