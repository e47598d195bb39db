package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import java.util.List;

/// One way in which figures of a report must agree.
interface Rule {

    /// What held and what did not, in the order of the report.
    List<Finding> check(Figures figures);
}
