package org.keepreading.doctor;

import java.util.List;

/** One thing that the doctor looks at. */
interface Check {
    List<Finding> findings();
}
